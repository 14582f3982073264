package app;

class Old {
    @Override public String toString() { return "old"; }
}
