package app;

interface Left extends Top { @Override default String id() { return "l" + Top.super.id(); } }
