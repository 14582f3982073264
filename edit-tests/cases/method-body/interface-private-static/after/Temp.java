package app;

record Temp(double c) implements Scale {
    String text() { return Math.round(Scale.toFahrenheit(c)) + "K"; }
}
