package dev.subsecond.devserver.compile;

import javax.tools.SimpleJavaFileObject;

/** A source as javac sees it: the text as it was read once, whatever the file says by now. */
final class SourceObject extends SimpleJavaFileObject {

    private final SourceId id;
    private final String text;

    SourceObject(SourceId id, String text) {
        super(id.uri(), Kind.SOURCE);
        this.id = id;
        this.text = text;
    }

    SourceId id() {
        return id;
    }

    String text() {
        return text;
    }

    @Override
    public String getName() {
        return id.name();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}
