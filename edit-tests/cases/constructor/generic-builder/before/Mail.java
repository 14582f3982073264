package app;

class Mail {
    final String text;

    private Mail(String text) {
        this.text = text;
    }

    static class Builder {
        private String to;

        Builder to(String to) {
            this.to = to;
            return this;
        }

        Mail build() {
            return new Mail("to " + to);
        }
    }
}
