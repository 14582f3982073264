package app;

enum Tint {
    WARM, COLD;
    String label() { return name().charAt(0) + "" + other().name().length();
    }
    private Tint other() {
        return switch (this) { case WARM -> COLD; case COLD -> WARM; }; }
}
