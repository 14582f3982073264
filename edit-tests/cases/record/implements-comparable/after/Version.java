package app;

record Version(int major, int minor) implements Comparable<Version> {
    @Override public int compareTo(Version o) { return Integer.compare(o.minor, minor); }
}
