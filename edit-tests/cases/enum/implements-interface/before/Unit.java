package app;

enum Unit implements Described { KM, MILE }
