package app;

import java.lang.reflect.ParameterizedType;

abstract class Token<T> {
    String type() {
        return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0].getTypeName();
    }
}
