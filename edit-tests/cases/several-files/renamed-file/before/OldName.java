package app;

class OldName {
    String text() { return "old name"; }
}
