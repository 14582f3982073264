package app;

class Middle extends Base {
    int b;
    Middle() { b = a + 1; }
}
