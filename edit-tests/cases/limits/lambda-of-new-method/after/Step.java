package app;

interface Step {
    int after(int n);
}
