package app;

import java.lang.annotation.*;
class Main {
    @Retention(RetentionPolicy.RUNTIME) @interface Name { String value(); }
    @Name("new") static final class Tagged { static String text() { return "text "; } }
    String show() { return Tagged.text() + Tagged.class.getAnnotation(Name.class).value(); }
}
