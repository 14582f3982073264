package app;

class Main {
    private final String name = "m";

    enum Level {
        LOW,
        HIGH {
            @Override
            String mark() {
                return "!";
            }
        };

        String mark() {
            return ".";
        }
    }

    String show() {
        StringBuilder text = new StringBuilder(name);
        for (Level level : Level.values()) {
            switch (level) {
                case LOW:
                    text.append("low");
                    break;
                default:
                    text.append(level);
            }
            text.append(level.mark());
        }
        return text.toString();
    }
}
