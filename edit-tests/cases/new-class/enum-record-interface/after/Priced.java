package app;

interface Priced { int price(); }
