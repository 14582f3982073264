package app.lib;

public interface Shape { String name(); }
