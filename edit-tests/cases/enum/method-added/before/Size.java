package app;

enum Size {
    S, M, L;
}
