package app;

record Version(int major, int minor) implements Comparable<Version> {
    @Override public int compareTo(Version o) { return major != o.major ? Integer.compare(major, o.major) : Integer.compare(minor, o.minor); }
}
