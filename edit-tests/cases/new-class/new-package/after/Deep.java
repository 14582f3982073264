package app.fresh;

public class Deep {
    protected String word() { return "deep"; }
    public String name() { return word() + getClass().getPackageName(); }
}
