/**
 * The conversation beside the result. What a model answers is untrusted: it becomes elements and
 * texts of the page, never HTML, so that nothing in it can run or load anything.
 */
@NullMarked
package io.hybridanomaly.ui.chat;

import org.jspecify.annotations.NullMarked;
