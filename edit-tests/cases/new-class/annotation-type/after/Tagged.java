package app;

@Tag
final class Tagged { }
