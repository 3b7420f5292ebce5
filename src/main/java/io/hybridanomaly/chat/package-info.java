/**
 * The conversation about a result: the briefing of facts, the functions through which a model reads
 * the data and acts on the page, the check of every figure it claims, budgets, and the explanations
 * that need no model. A model is behind {@link io.hybridanomaly.chat.ChatPort}; only {@code
 * chat.gemini} opens connections.
 */
@NullMarked
package io.hybridanomaly.chat;

import org.jspecify.annotations.NullMarked;
