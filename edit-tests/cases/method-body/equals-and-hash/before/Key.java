package app;

class Key {
    final String text;
    Key(String text) { this.text = text; }
    @Override public boolean equals(Object o) { return o instanceof Key k && k.text.equals(text); }
    @Override public int hashCode() { return text.hashCode(); }
}
