package app.fresh;

public class Deep {
    protected String word() { return "deeper in "; }
    public String name() { return word() + getClass().getPackageName(); }
}
