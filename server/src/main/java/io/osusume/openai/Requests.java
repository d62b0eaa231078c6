package io.osusume.openai;

import com.openai.core.JsonValue;
import com.openai.models.FunctionDefinition;
import com.openai.models.FunctionParameters;
import com.openai.models.chat.completions.ChatCompletionAssistantMessageParam;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.chat.completions.ChatCompletionFunctionTool;
import com.openai.models.chat.completions.ChatCompletionMessageFunctionToolCall;
import com.openai.models.chat.completions.ChatCompletionStreamOptions;
import com.openai.models.chat.completions.ChatCompletionToolMessageParam;
import io.osusume.assistant.ChatModel;
import io.osusume.assistant.Message;
import io.osusume.assistant.ToolCall;
import io.osusume.assistant.Toolbox;
import java.util.Map;

/// Writes a question as a request of Chat Completions.
final class Requests {
    private Requests() {}

    static ChatCompletionCreateParams params(ChatModel.Question question, String model) {
        ChatCompletionCreateParams.Builder params = ChatCompletionCreateParams.builder()
                .model(model)
                .maxCompletionTokens(question.maxTokens())
                .streamOptions(
                        ChatCompletionStreamOptions.builder().includeUsage(true).build());
        for (Message message : question.messages()) {
            add(message, params);
        }
        for (Toolbox.Described tool : question.tools()) {
            params.addTool(tool(tool));
        }
        return params.build();
    }

    private static void add(Message message, ChatCompletionCreateParams.Builder params) {
        switch (message) {
            case Message.Instructions(String text) -> params.addSystemMessage(text);
            case Message.OfFan(String text) -> params.addUserMessage(text);
            case Message.OfModel said -> params.addMessage(said(said));
            case Message.OfTool(String callId, String text) ->
                params.addMessage(ChatCompletionToolMessageParam.builder()
                        .toolCallId(callId)
                        .content(text)
                        .build());
        }
    }

    private static ChatCompletionAssistantMessageParam said(Message.OfModel said) {
        ChatCompletionAssistantMessageParam.Builder message = ChatCompletionAssistantMessageParam.builder();
        if (!said.text().isEmpty() || said.calls().isEmpty()) {
            message.content(said.text());
        }
        for (ToolCall call : said.calls()) {
            message.addToolCall(ChatCompletionMessageFunctionToolCall.builder()
                    .id(call.id())
                    .function(ChatCompletionMessageFunctionToolCall.Function.builder()
                            .name(call.tool())
                            .arguments(call.arguments())
                            .build())
                    .build());
        }
        return message.build();
    }

    private static ChatCompletionFunctionTool tool(Toolbox.Described tool) {
        FunctionParameters.Builder parameters = FunctionParameters.builder();
        for (Map.Entry<String, Object> each : tool.schema().entrySet()) {
            parameters.putAdditionalProperty(each.getKey(), JsonValue.from(each.getValue()));
        }
        return ChatCompletionFunctionTool.builder()
                .function(FunctionDefinition.builder()
                        .name(tool.name())
                        .description(tool.description())
                        .parameters(parameters.build())
                        .build())
                .build();
    }
}
