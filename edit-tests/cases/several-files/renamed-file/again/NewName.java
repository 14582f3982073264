package app;

class NewName {
    String text() { return "newer name"; }
}
