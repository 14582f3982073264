package app;

interface Left { default String side() { return "left"; } }
