package app;

interface Animal { String name(); int legs(); }
