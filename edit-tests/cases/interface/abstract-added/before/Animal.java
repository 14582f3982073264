package app;

interface Animal { String name(); }
