package app;

abstract class Base {
    protected final String tag;
    Base(String tag) { this.tag = tag.repeat(3) + tag.length(); }
}
