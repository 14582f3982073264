package app;

interface Step {
    int next(int n);
}
