package io.osusume.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectNameTest {
    @Test
    void aBucketAndWhatLiesBelowIt() {
        assertEquals(new ObjectName("my-models", ""), ObjectName.of("gs://my-models"));
        assertEquals(new ObjectName("my-models", "osusume/raw"), ObjectName.of("gs://my-models/osusume/raw/"));
        assertEquals(
                "gs://my-models/a/b",
                ObjectName.of("gs://my-models").child("a").child("b").toString());
        assertEquals("b", ObjectName.of("gs://my-models/a/b").fileName());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gs://",
                "gs://A",
                "gs://ab",
                "gs://ok-bucket//x",
                "gs://ok-bucket/../x",
                "gs://ok-bucket/a\nb",
                "s3://x"
            })
    void whatGoogleWouldRefuseIsRefusedHere(String text) {
        assertThrows(IllegalArgumentException.class, () -> ObjectName.of(text));
    }
}
