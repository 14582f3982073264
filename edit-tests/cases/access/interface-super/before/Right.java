package app;

interface Right { default String side() { return "right"; } }
