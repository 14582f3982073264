package app;

class NewName {
    String text() { return "new name"; }
}
