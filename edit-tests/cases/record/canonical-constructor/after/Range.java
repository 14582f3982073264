package app;

record Range(int from, int to) {
    Range { if (from > to) { int f = from; from = to; to = f; } }
}
