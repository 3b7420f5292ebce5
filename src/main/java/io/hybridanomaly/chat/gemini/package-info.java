/**
 * Answers by Gemini through the Google GenAI SDK; the only place with outgoing connections. The key
 * travels in a header and nowhere else.
 */
@NullMarked
package io.hybridanomaly.chat.gemini;

import org.jspecify.annotations.NullMarked;
