package com.coworkpay.checks.browser;

import com.microsoft.playwright.Page;
import java.util.List;

/// Looks at each page and state that a visitor reaches.
interface Eye {
    /// @param state its name, the same in each language
    /// @return what is not as it should be; the visit goes on, and fails at its end
    List<String> look(Page page, Language language, String state);
}
