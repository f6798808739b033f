package com.coworkpay.checks.docs.links;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void linksToFilesAreFoundOutsideOfCode() {
        assertThat(Markdown.links("""
                        [a](x.md) and ![p](../y.svg), `[no](code.md)`, [web](https://example.com), [h](#here)
                        ```
                        [no](fenced.md)
                        ```
                        """)).containsExactly("x.md", "../y.svg", "#here");
    }

    @Test
    void headingsHaveTheNamesThatHostsGiveThem() {
        assertThat(Markdown.anchors("# What `order` means\n## A, b & c\n## A, b & c\n```\n# no\n```\n"))
                .containsExactlyInAnyOrder("what-order-means", "a-b--c", "a-b--c-1");
    }
}
