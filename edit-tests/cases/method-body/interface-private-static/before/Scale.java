package app;

interface Scale {
    static double toFahrenheit(double c) { return c * 9 / 5 + 32; }
}
