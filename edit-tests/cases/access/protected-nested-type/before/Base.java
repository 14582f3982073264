package lib;

public class Base {
    protected static class Part { public String id() { return "part"; } }
    protected Part part() { return new Part(); }
}
