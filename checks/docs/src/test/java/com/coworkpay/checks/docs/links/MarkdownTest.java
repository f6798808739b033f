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
                        ``[no](two`ticks.md)`` [by name][there]

                        | a table |
                        |---|
                        | [`its` cell](cell.md) |

                        [there]: defined.md
                        """)).containsExactly("x.md", "../y.svg", "#here", "defined.md", "cell.md");
    }

    @Test
    void headingsHaveTheNamesThatHostsGiveThem() {
        assertThat(Markdown.anchors("""
                        # What `order` means
                        ## A, b & c
                        ## A, b & c
                        ### 낱말 of [a link](x.md)
                        ```
                        # no
                        ```
                        """))
                .containsExactlyInAnyOrder("what-order-means", "a-b--c", "a-b--c-1", "낱말-of-a-link");
    }
}
