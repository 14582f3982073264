package app;

import java.lang.annotation.*;
@Retention(RetentionPolicy.RUNTIME)
@interface Tag { String value() default "tag"; }
