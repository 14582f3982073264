package app;

interface Right extends Top { @Override default String id() { return Top.super.id() + "right"; } }
