package app;

interface Shape { double area(); }
