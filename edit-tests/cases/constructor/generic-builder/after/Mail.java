package app;

class Mail {
    final String text;

    private Mail(Builder builder) {
        text = "for " + builder.to;
    }

    static class Builder {
        private String to;

        Builder to(String to) {
            this.to = to;
            return this;
        }

        Mail build() {
            return new Mail(this);
        }
    }
}
