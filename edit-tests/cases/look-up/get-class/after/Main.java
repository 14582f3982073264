package app;

class Main {
    String show() { Object o = new int[0];
        return getClass().getPackageName() + Main.class.equals(getClass()) + o.getClass().getComponentType() + getClass().getModule().isNamed(); }
}
