package io.osusume.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a field of a record says, for its description: [JsonSchemas] turns it into a schema.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Says {
    /// What it is, with its unit.
    String value();

    /// A value as it stands in JSON, empty for none.
    String example() default "";

    /// Whether null means the same as absent.
    boolean orNull() default false;

    double least() default Double.NEGATIVE_INFINITY;

    double most() default Double.POSITIVE_INFINITY;

    /// Its words are those of an enum, in lower case with hyphens; [Void] if it is not a word.
    Class<?> words() default Void.class;
}
