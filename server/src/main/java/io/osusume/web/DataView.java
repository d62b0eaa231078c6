package io.osusume.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything on the page of what is kept of a fan.
///
/// @param kept null if nothing is kept
record DataView(@Nullable KeptView kept, @Nullable Notice notice) {
    /// What is kept.
    ///
    /// @param since the day it began
    /// @param formToken proves that a form is ours
    record KeptView(
            String since,
            int titles,
            List<ModelView.Line> byStatus,
            List<TitleView> saved,
            List<TitleView> hidden,
            List<Option> names,
            boolean adult,
            boolean planned,
            String formToken) {}
}
