package app;

interface Top { default String id() { return "top"; } }
